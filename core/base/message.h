// A sentence of the engine's that can be said in the window's language: an English pattern and what fills it.
// The pattern is the message's code, as in gettext: it is what studies keep and what translations/ are looked
// up by. core/ and the terminal only ever say english(); widgets/ says it in the window's language.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kinglet::base {

class Message {
 public:
  struct Argument {
    // text: a name, shown as it is. figure: has a decimal point, which another language may write as a comma.
    // message: a sentence or half-sentence that is translated by itself.
    enum class Kind { text, figure, message };
    Kind kind = Kind::text;
    std::string text;              // of text and figure
    std::vector<Message> message;  // one, of message

    Argument(Kind what, std::string words) : kind(what), text(std::move(words)) {}
    Argument(const Message& sentence) : kind(Kind::message), message{sentence} {}
    Argument(const char* words) : text(words) {}
    Argument(std::string words) : text(std::move(words)) {}
    Argument(std::string_view words) : text(words) {}
    Argument(const std::filesystem::path& path) : text(path.string()) {}
    Argument(std::integral auto count) : kind(Kind::figure), text(std::to_string(count)) {}
    bool operator==(const Argument&) const = default;
  };

  Message() = default;
  // pattern: a literal, with %1 to %9 where the arguments go (./dev translate reads it from the source, so it
  // stands right behind the opening bracket). A figure with decimals is written by base/format.h first and
  // passed through figure().
  template <class... Arguments>
  explicit Message(const char* pattern, const Arguments&... arguments)
      : pattern_(pattern), arguments_{Argument(arguments)...} {}
  // As it was stored.
  static Message stored(std::string pattern, std::vector<Argument> arguments);

  const std::string& pattern() const { return pattern_; }
  const std::vector<Argument>& arguments() const { return arguments_; }
  bool empty() const { return pattern_.empty(); }
  std::string english() const;
  // Bytes of english() or a few more, without making it: a pattern that comes from outside may name an
  // argument again and again, and that one its own.
  double length() const;
  bool operator==(const Message&) const = default;

 private:
  std::string pattern_;
  std::vector<Argument> arguments_;
};

constexpr double kLongestMessage = 100'000;  // bytes of one that is believed

// A figure as format.h wrote it: "12.5", "81.2 %".
inline Message::Argument figure(std::string text) {
  return {Message::Argument::Kind::figure, std::move(text)};
}

// The pattern with each %1 to %9 replaced by words[0] to words[8]; a place without a word stays as it is, and
// what a word holds is not looked at again.
std::string filled(std::string_view pattern, const std::vector<std::string>& words);

}  // namespace kinglet::base
