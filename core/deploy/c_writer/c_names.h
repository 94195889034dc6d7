// The names in exported C. A prefix of one's own lets several networks live in one program: it stands in
// front of functions, types, macros, include guards and file names.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kinglet::deploy {

// As exports were named before there was a choice; it stays so for who gives none.
inline constexpr const char* kDefaultPrefix = "model";
inline constexpr int kLongestPrefix = 40;

// Throws base::Error saying why it cannot be one: empty, too long, no C identifier, a keyword of C or C++, a
// name that C keeps for itself, a standard header, or a file that the export or the system has already.
void checkPrefix(const std::string& prefix);

struct CNames {
  // checkPrefix's errors.
  explicit CNames(const std::string& prefix = kDefaultPrefix);

  bool isDefault() const { return prefix == kDefaultPrefix; }

  std::string prefix, macros;            // dog, DOG
  std::string frontEnd, frontEndMacros;  // dog_frontend, DOG_FRONTEND; frontend, FRONTEND by default

  // Code of a template with these names: identifiers that begin with model_, MODEL_, frontend_ or FRONTEND_,
  // and @model@, @MODEL@, @frontend@ and @program@ wherever they stand.
  std::string named(std::string_view code) const;
};

// Text with each whole identifier that begins with a pair's first beginning with its second instead; one
// pass, so that new names are not looked at again.
std::string renamed(std::string_view text,
                    const std::vector<std::pair<std::string, std::string>>& beginnings);
// Text with every `from` replaced by `to`.
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace kinglet::deploy
