// The candidates that are compared, ready to be shown: their figures and where the differences of their layers come
// from. Worked out on a thread of its own, anew when the choice changes or one of them has ended.
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "app/window/study/background.h"
#include "study/comparison/graph_diff.h"

namespace kinglet::window {

class StudyController;

class ComparisonController : public QObject {
  Q_OBJECT
 public:
  // `study` must outlive it.
  explicit ComparisonController(StudyController& study, QObject* parent = nullptr);

  // Nothing is worked out while nobody looks.
  void setWatched(bool watched);
  // In the order in which they were marked, study::kMostCompared at most; fewer than two: nothing to compare.
  const std::vector<study::Compared>& compared() const { return compared_; }
  // Of each but the first, from the first: diffs()[0] is of compared()[1].
  const std::vector<std::shared_ptr<const study::GraphDiff>>& diffs() const { return diffs_; }
  // One page of what is compared now; saved() or saveFailed() follows.
  void save(const QString& path);

 Q_SIGNALS:
  void changed();
  void saved(const QString& path);
  void saveFailed(const QString& problem);

 private:
  void stale();
  void work();

  StudyController& study_;
  std::vector<study::Compared> compared_;
  std::vector<std::shared_ptr<const study::GraphDiff>> diffs_;
  bool watched_ = false, stale_ = true;
  Background jobs_, writing_;
};

}  // namespace kinglet::window
