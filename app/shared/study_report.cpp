#include "app/shared/study_report.h"

#include "study/report/report.h"

namespace kinglet::app {

std::string studyReport(const study::StudyStore& store, const std::vector<study::Trial>& trials) {
  const auto sounds = store.sounds().value_or(study::SoundsRecord{});
  return study::reportHtml(store.settings(), trials, store.secondsSpent(),
                           study::historyFrom(sounds.history));
}

}  // namespace kinglet::app
