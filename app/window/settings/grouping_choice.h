// How clips are grouped by the recording they come from, where the data set's own word or the guess from file
// names is not right.
#pragma once

#include <QWidget>

#include "data/grouping/group_by.h"

class QComboBox;
class QLineEdit;

namespace kinglet::window {

class GroupingChoice : public QWidget {
  Q_OBJECT
 public:
  explicit GroupingChoice(QWidget* parent = nullptr);
  void setGroupBy(const data::GroupBy& by);
  // Throws base::Error: no regular expression, or no column named.
  data::GroupBy groupBy() const;
  QComboBox* kindField() const { return kind_; }
  QLineEdit* nameField() const { return name_; }

 Q_SIGNALS:
  void changed();

 private:
  void showName();

  QComboBox* kind_;
  QLineEdit* name_;  // of the column, or the pattern
};

}  // namespace kinglet::window
