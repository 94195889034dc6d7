#include "study/message_json.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.h"
#include "base/json.h"
#include "base/message_length.h"

namespace kinglet::study {
namespace {

using base::Message;
using Json = nlohmann::json;

constexpr int kDeepest = 8;  // messages within messages; the engine's are two deep
constexpr std::size_t kMostArguments = 9;
// Bytes of a sentence that is no JSON: written as such, where three may stand for one, it is believed again.
constexpr std::size_t kLongestText = 30'000;

std::string beginningOf(const std::string& text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // whole characters
  return text.substr(0, end) + "…";
}

Json toJson(const Message& message) {
  Json arguments = Json::array();
  for (const Message::Argument& argument : message.arguments()) {
    if (argument.kind == Message::Argument::Kind::message)
      arguments.push_back(toJson(argument.message.front()));
    else if (argument.kind == Message::Argument::Kind::figure)
      arguments.push_back({{"figure", argument.text}});
    else
      arguments.push_back(argument.text);
  }
  return {{"text", message.pattern()}, {"args", std::move(arguments)}};
}

std::optional<Message> messageFrom(const Json& json, int depth) {
  if (depth > kDeepest || !json.is_object()) return {};
  const auto text = json.find("text"), args = json.find("args");
  if (text == json.end() || !text->is_string() || args == json.end() || !args->is_array() ||
      args->size() > kMostArguments)
    return {};
  std::vector<Message::Argument> arguments;
  for (const Json& one : *args) {
    if (one.is_string()) {
      arguments.emplace_back(one.get<std::string>());
    } else if (one.is_object() && one.contains("figure") && one["figure"].is_string()) {
      arguments.push_back(base::figure(one["figure"].get<std::string>()));
    } else if (const auto message = messageFrom(one, depth + 1)) {
      arguments.emplace_back(*message);
    } else {
      return {};
    }
  }
  Message message = Message::stored(text->get<std::string>(), std::move(arguments));
  if (base::lengthOf(message) > base::kLongestMessage) return {};
  return message;
}

}  // namespace

std::string messageToJson(const Message& message) {
  if (message.empty()) return {};
  return base::jsonText(toJson(message));
}

Message messageFromJson(const std::string& stored) {
  if (stored.empty()) return {};
  if (stored.starts_with('{')) {
    try {
      const auto json = base::jsonOrNothing<Json>(stored, Message("a message"));
      if (const auto message = messageFrom(json.value_or(Json()), 1)) return *message;
    } catch (const base::Error&) {  // beyond what is read: a text like any other
    }
  }
  return Message::stored("%1", {beginningOf(stored)});
}

}  // namespace kinglet::study
