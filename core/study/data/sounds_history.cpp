#include "study/data/sounds_history.h"

#include "base/error.h"
#include "base/json.h"
#include "study/json_forms.h"
#include "study/message_json.h"

namespace kinglet::study {
namespace {

using Json = nlohmann::ordered_json;
using base::Message;

}  // namespace

std::string historyText(const std::vector<SoundsChange>& changes) {
  Json all = Json::array();
  for (const SoundsChange& change : changes) {
    Json details = Json::array();
    for (const Message& detail : change.details) details.push_back(messageToJson(detail));
    all.push_back({{"trials", change.trials},
                   {"accepted", change.accepted},
                   {"summary", messageToJson(change.summary)},
                   {"details", std::move(details)}});
  }
  return base::jsonText(all);
}

std::vector<SoundsChange> historyFrom(const std::string& text) {
  std::vector<SoundsChange> changes;
  if (text.empty()) return changes;
  try {
    for (const Json& json : parseJson(text, base::Message("the study's account of its sounds"))) {
      SoundsChange change;
      change.trials = base::as<int>(json.at("trials"));
      change.accepted = json.at("accepted").get<bool>();
      change.summary = messageFromJson(json.at("summary").get<std::string>());
      for (const Json& detail : json.at("details"))
        change.details.push_back(messageFromJson(detail.get<std::string>()));
      changes.push_back(std::move(change));
    }
  } catch (const Json::exception&) {
    throw base::Error("the study's account of its sounds is damaged");
  }
  return changes;
}

}  // namespace kinglet::study
