// Which of the built-in search spaces a study chooses its networks from.
#pragma once

#include <QComboBox>

#include "study/settings.h"

namespace kinglet::window {

class SpaceChoice : public QComboBox {
  Q_OBJECT
 public:
  explicit SpaceChoice(QWidget* parent = nullptr);
  void setUsual();
  void writeTo(study::Settings& settings) const;
  QString words() const;  // one sentence on what is chosen; empty for the usual one
};

}  // namespace kinglet::window
