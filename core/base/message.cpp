#include "base/message.h"

#include <utility>

namespace kinglet::base {

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

std::string filled(std::string_view pattern, const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place =
        pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
    const std::size_t word = place ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
    if (place && word < words.size()) {
      text += words[word];
      ++i;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

}  // namespace kinglet::base
