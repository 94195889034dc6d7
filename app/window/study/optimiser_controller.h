// What the optimiser's views show beyond the trials themselves: how the hypervolume grew, and which
// parameters matter. Worked out on a thread of its own, anew when candidates have ended.
#pragma once

#include <QObject>
#include <vector>

#include "app/window/study/background.h"
#include "app/window/study/paced_work.h"
#include "search/importance.h"
#include "space/search_space.h"
#include "study/report/hypervolume_history.h"

namespace kinglet::window {

class StudyController;

class OptimiserController : public QObject {
  Q_OBJECT
 public:
  // `study` must outlive it.
  explicit OptimiserController(StudyController& study, QObject* parent = nullptr);

  // Nothing is worked out while nobody looks.
  void setWatched(bool watched);
  const std::vector<study::HistoryPoint>& history() const { return history_; }
  // What the parameters matter for.
  enum class ImportanceTarget { error, energy, memory };
  void setTarget(ImportanceTarget target);
  const search::Importances& importances() const { return importances_; }
  const space::SearchSpace& space() const {
    return space_;
  }  // of the open study; the importances refer to it

 Q_SIGNALS:
  void changed();

 private:
  void stale();
  void work();

  StudyController& study_;
  std::vector<study::HistoryPoint> history_;
  search::Importances importances_;
  space::SearchSpace space_;
  ImportanceTarget target_ = ImportanceTarget::error;
  bool watched_ = false, stale_ = true;
  PacedWork pace_;
  Background jobs_;
};

}  // namespace kinglet::window
