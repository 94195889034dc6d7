// Replays the open study under stopping rules, on a thread of its own, when something changed and somebody looks.
#pragma once

#include <QObject>
#include <map>
#include <vector>

#include "app/window/study/background.h"
#include "app/window/study/paced_work.h"
#include "study/report/audit.h"

namespace kinglet::window {

class StudyController;

class AuditController : public QObject {
  Q_OBJECT
 public:
  // `study` must outlive it.
  explicit AuditController(StudyController& study, QObject* parent = nullptr);

  // What a view that is seen shows of it; `none` when it is hidden. Only what is looked at is worked out: of
  // thousands of candidates a replay takes seconds.
  enum class Extent { none, liveRule, everyRule };
  void watch(const QObject* view, Extent extent);
  // What to replay with; that of the study's settings where nothing was asked for. A newer wish replaces an
  // older one that is still being worked on.
  void setConfidence(double confidence);
  double confidence() const { return confidence_; }

  const std::vector<study::Audit>& audits() const { return audits_; }  // one a rule, all with confidence()
  const study::Audit& live() const { return live_; }                   // with the study's own settings
  const study::MeasuredRegret& regret() const { return regret_; }
  bool isBusy() const { return busy_; }

 Q_SIGNALS:
  void changed();  // busy or not, or figures

 private:
  void replay();  // what is watched and stale
  void stale();
  Extent wanted() const;
  void forget();

  StudyController& study_;
  std::vector<study::Audit> audits_;
  study::Audit live_;
  study::MeasuredRegret regret_;
  double confidence_ = 0.85;
  bool busy_ = false;
  std::map<const QObject*, Extent> watchers_;
  Extent known_ = Extent::none;  // what the figures are of
  PacedWork pace_;
  Background jobs_;
};

}  // namespace kinglet::window
