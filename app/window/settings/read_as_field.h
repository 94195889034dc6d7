// How a data set is to be read where it can be read in several ways: what `--read-as` takes on the command
// line. Empty: as it is understood.
#pragma once

#include <QLineEdit>
#include <QStringList>

#include "data/layout/read_as.h"

namespace kinglet::window {

class ReadAsField : public QLineEdit {
  Q_OBJECT
 public:
  explicit ReadAsField(QWidget* parent = nullptr);
  void setReadAs(const data::ReadAs& how);
  data::ReadAs readAs() const;  // throws base::Error where it is not understood
  // The ways out that a refusal names ("... --read-as classes=outer ..."), each once, without those that a
  // person has to fill in.
  static QStringList waysIn(const QString& refusal);
};

}  // namespace kinglet::window
