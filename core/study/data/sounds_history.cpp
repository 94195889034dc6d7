#include "study/data/sounds_history.h"

#include "base/json.h"

#include "base/error.h"
#include "study/json_forms.h"

namespace kinglet::study {
namespace {

using Json = nlohmann::ordered_json;
using base::Message;
using Kind = Message::Argument::Kind;

constexpr int kDeepest = 16;  // messages in messages

Json toJson(const Message& message) {
  Json arguments = Json::array();
  for (const auto& argument : message.arguments()) {
    if (argument.kind == Kind::message)
      arguments.push_back(toJson(argument.message.front()));
    else
      arguments.push_back(Json{argument.kind == Kind::figure ? "figure" : "text", argument.text});
  }
  return {{"text", message.pattern()}, {"with", std::move(arguments)}};
}

Message messageFrom(const Json& json, int depth = 0) {
  if (depth > kDeepest) throw base::Error("the study's account of its sounds is damaged");
  std::vector<Message::Argument> arguments;
  for (const Json& argument : json.at("with")) {
    if (argument.is_object())
      arguments.emplace_back(messageFrom(argument, depth + 1));
    else
      arguments.emplace_back(argument.at(0) == "figure" ? Kind::figure : Kind::text,
                             argument.at(1).get<std::string>());
  }
  Message message = Message::stored(json.at("text").get<std::string>(), std::move(arguments));
  if (message.length() > base::kLongestMessage)
    throw base::Error("the study's account of its sounds is damaged");
  return message;
}

}  // namespace

std::string historyText(const std::vector<SoundsChange>& changes) {
  Json all = Json::array();
  for (const SoundsChange& change : changes) {
    Json details = Json::array();
    for (const Message& detail : change.details) details.push_back(toJson(detail));
    all.push_back({{"trials", change.trials},
                   {"accepted", change.accepted},
                   {"summary", toJson(change.summary)},
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
      change.summary = messageFrom(json.at("summary"));
      for (const Json& detail : json.at("details")) change.details.push_back(messageFrom(detail));
      changes.push_back(std::move(change));
    }
  } catch (const Json::exception&) {
    throw base::Error("the study's account of its sounds is damaged");
  }
  return changes;
}

}  // namespace kinglet::study
