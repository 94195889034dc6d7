// Figures of the compared side by side, each but the first's with its difference and whether that is better.
#pragma once

#include <QTableWidget>
#include <vector>

#include "study/comparison/compared.h"

namespace kinglet::widgets {

class ComparedFigures : public QTableWidget {
  Q_OBJECT
 public:
  explicit ComparedFigures(QWidget* parent = nullptr);
  void setCompared(const std::vector<study::Compared>& compared);
};

}  // namespace kinglet::widgets
