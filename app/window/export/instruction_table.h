// Instructions of an inference by operator, as counted on an emulated board.
#pragma once

#include <QWidget>

#include "deploy/package/export.h"

class QLabel;
class QTableWidget;

namespace kinglet::window {

class InstructionTable : public QWidget {
  Q_OBJECT
 public:
  explicit InstructionTable(QWidget* parent = nullptr);
  void setRun(const deploy::BoardRun& run, const std::vector<std::string>& operators);
  QTableWidget* table() const { return table_; }

 private:
  QLabel* words_;
  QTableWidget* table_;
};

}  // namespace kinglet::window
