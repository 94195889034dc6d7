#include "base/message_length.h"

#include <utility>

namespace kinglet::base {
namespace {

constexpr std::size_t kNoWord = std::size_t(-1);

// Which word is to stand at a place of a pattern.
std::size_t wordAt(std::string_view pattern, std::size_t at) {
  const bool place =
      pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1' && pattern[at + 1] <= '9';
  return place ? static_cast<std::size_t>(pattern[at + 1] - '1') : kNoWord;
}

}  // namespace

Message Message::stored(std::string pattern, std::vector<Argument> arguments) {
  Message message;
  message.pattern_ = std::move(pattern);
  message.arguments_ = std::move(arguments);
  return message;
}

std::string Message::english() const {
  std::vector<std::string> words;
  for (const Argument& argument : arguments_)
    words.push_back(argument.message.empty() ? argument.text : argument.message.front().english());
  return filled(pattern_, words);
}

double lengthOf(const Message& message) {
  std::vector<double> words;
  for (const Message::Argument& argument : message.arguments())
    words.push_back(argument.message.empty() ? double(argument.text.size())
                                             : lengthOf(argument.message.front()));
  double length = 0;
  for (std::size_t i = 0; i < message.pattern().size(); ++i) {
    const std::size_t word = wordAt(message.pattern(), i);
    length += word < words.size() ? words[word] : 1;
  }
  return length;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::size_t word = wordAt(pattern, i);
    if (word < words.size()) {
      text += words[word];
      ++i;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

}  // namespace kinglet::base
