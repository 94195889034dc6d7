// Float and int8 side by side on the validation fold, before anything is written.
#pragma once

#include <QWidget>
#include <optional>

#include "deploy/graph/int8.h"

class QLabel;

namespace kinglet::window {

class AccuracyCompare : public QWidget {
  Q_OBJECT
 public:
  explicit AccuracyCompare(QWidget* parent = nullptr);
  // Float as the study knows it, 0 .. 1, until int8 was worked out.
  void setReal(std::optional<double> accuracy);
  void setInt8(const deploy::Int8Network& int8);
  // What stands in place of the int8 figure: "being worked out", "not wanted".
  void setInt8Missing(const QString& why);

 private:
  struct Column {
    QLabel *title, *accuracy, *map;
  };
  Column real_, int8_;
  QLabel *difference_, *words_;
};

}  // namespace kinglet::window
