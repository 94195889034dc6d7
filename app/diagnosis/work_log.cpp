#include "app/diagnosis/work_log.h"

#include <exception>

#include "diagnosis/log.h"
#include "diagnosis/outside.h"
#include "study/trial.h"

namespace kinglet::app {

using diagnosis::Level;

void logEvent(const study::Event& event) noexcept {
  try {
    if (const auto* changed = std::get_if<study::StateChanged>(&event)) {
      std::string text = toText(changed->state);
      if (!changed->why.empty()) text += ": " + diagnosis::marked(changed->why);
      diagnosis::log(Level::info, "search", text);
    } else if (const auto* failed = std::get_if<study::Failed>(&event)) {
      diagnosis::log(Level::error, "search",
                     (failed->moved ? "its file is gone: " : "") + diagnosis::marked(failed->message));
    } else if (const auto* noted = std::get_if<study::Noted>(&event)) {
      diagnosis::log(Level::warning, "search", noted->what);
    } else if (const auto* end = std::get_if<study::TrialEnded>(&event);
               end && study::endedBadly(end->trial->state)) {
      diagnosis::log(Level::warning, "search",
                     "trial " + std::to_string(end->trial->number) + " ended " + toText(end->trial->state) +
                         ": " + diagnosis::marked(end->trial->reason));
    }
  } catch (const std::exception&) {
  }
}

ExportLog::ExportLog(int trial, const deploy::ExportPlan& plan)
    : what_("trial " + std::to_string(trial) + " as " + (plan.int8 ? "int8 " : "float ") +
            toText(plan.format)) {
  diagnosis::log(Level::info, "export", "begins: " + what_);
}

ExportLog::~ExportLog() {
  if (!ended_) diagnosis::log(Level::warning, "export", "failed or was cancelled: " + what_);
}

void ExportLog::ended(const deploy::ExportResult& result) {
  ended_ = true;
  diagnosis::log(Level::info, "export",
                 (result.verification.verified ? "ended, verified: " : "ended, not verified: ") + what_);
}

}  // namespace kinglet::app
