// What an export will write, before it does: each file and what it is for.
#pragma once

#include <QTreeWidget>
#include <vector>

#include "deploy/package/export.h"

namespace kinglet::window {

class ExportFiles : public QTreeWidget {
  Q_OBJECT
 public:
  explicit ExportFiles(QWidget* parent = nullptr);
  // Below the folder that holds them all, which is shown as the first row.
  void setFiles(const std::vector<deploy::PlannedFile>& files);
};

}  // namespace kinglet::window
