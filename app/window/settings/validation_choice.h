// By how many sounds a candidate is judged: one fold, or every open fold held out in turn. Says how much of
// the accuracy is chance.
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace kinglet::window {

struct DatasetFacts;

class ValidationChoice : public QWidget {
  Q_OBJECT
 public:
  explicit ValidationChoice(QWidget* parent = nullptr);
  void setFacts(const DatasetFacts& facts);
  void forget();  // no data set yet
  bool crossValidates() const;
  void setCrossValidates(bool on);

 private:
  QCheckBox* inTurn_;
  QLabel* words_;
};

}  // namespace kinglet::window
