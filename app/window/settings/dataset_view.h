// What was understood of a data set: its form, classes with their clips, folds, and what was left out and
// why.
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "data/dataset.h"

class QLabel;
class QToolButton;

namespace kinglet::window {

// The few facts of a data set that are shown; cheap to copy, unlike the clips.
struct DatasetFacts {
  QString name, layout, root;
  int clips = 0, folds = 0, rate = 0;
  double seconds = 0;
  bool multiLabel = false;
  std::vector<std::pair<QString, int>> classes;       // name, clips
  std::vector<std::pair<QString, QString>> problems;  // where, what
  QString grouping;                                   // how clips were grouped by recording
  QStringList notes;                                  // what else was understood, or not used
  QString fault;                                      // why a search cannot use the folds; empty: it can
  // The folds by what they are for; of fewer than three, all train.
  QStringList trainFolds;
  QString validationFold, testFold;
  int validationClips = 0, testClips = 0;
  static DatasetFacts of(const data::Dataset& dataset);
};

class ClassBars;

class DatasetView : public QWidget {
  Q_OBJECT
 public:
  explicit DatasetView(QWidget* parent = nullptr);
  void setFacts(const DatasetFacts& facts);
  const DatasetFacts& facts() const { return facts_; }
  void setMostClasses(int count);  // rows shown; the rest is one line

 Q_SIGNALS:
  void classClicked(int index);

 private:
  DatasetFacts facts_;
  QLabel *title_, *line_, *folds_, *grouping_, *notes_;
  ClassBars* bars_;
  QToolButton* problemsFold_;
  QLabel* problems_;
};

}  // namespace kinglet::window
