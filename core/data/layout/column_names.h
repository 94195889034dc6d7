// What people call the columns of a table of sounds.
#pragma once

#include <optional>
#include <string_view>

namespace kinglet::data {

enum class Role { path, label, fold, start, end, duration, source };

const char* nameOf(Role role);  // as --read-as says it

struct NamedRole {
  // Among columns of one role the lowest counts.
  int rank = 0;
  // The name says it clearly; otherwise what stands in the column must bear it out.
  bool isClear = true;
  double unit = 1;  // of times: seconds
};

// Whether a column of this name may have the role. Capitals, blanks, underscores and units do not matter.
std::optional<NamedRole> roleByName(std::string_view name, Role role);
// A name for several labels: "labels", "tags".
bool isPlural(std::string_view name);
// "offset" ends what "onset" begins; beside "duration" it begins.
bool isOffset(std::string_view name);

}  // namespace kinglet::data
