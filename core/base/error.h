// base/: what every layer stands on: errors, messages, figures as text, seeds, files, tables of text. Knows
// nothing of sound or networks; every other folder may call it, and it calls none of them. A newcomer reads
// this header first.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "base/message.h"

namespace kinglet::base {

// Something that a person did, or that their machine did to them: one line in plain words that says what
// happened and what to do. Shown as it is, so no type names and no jargon. Bugs of ours are assertions
// instead. what() is English, for the terminal; the window says message() in its own language.
class Error : public std::runtime_error {
 public:
  explicit Error(Message words) : std::runtime_error(words.english()), message_(std::move(words)) {}
  // Error("cannot read %1: %2", path, reason): the pattern is a literal, as Message's.
  template <class... Arguments>
  explicit Error(const char* pattern, const Arguments&... arguments)
      : Error(Message(pattern, arguments...)) {}

  const Message& message() const { return message_; }

 private:
  Message message_;
};

}  // namespace kinglet::base
