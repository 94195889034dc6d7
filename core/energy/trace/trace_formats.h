// The formats of recordings: how each is known by its heads, and which units it takes for granted.
#pragma once

#include <filesystem>
#include <string_view>

#include "energy/trace/trace_layout.h"

namespace kinglet::energy {

TraceFormat formatOfHeads(const TableShape& shape);
// The unit that the format's columns have where their heads do not say; nothing where it takes none for
// granted.
const char* unitOfFormat(TraceFormat format, Quantity quantity);
// Throws base::Error where the file is a recording that only its meter's own program reads, and says what to
// export there. head: the file's first bytes, 64 or more where it has them.
void refuseForeign(const std::filesystem::path& path, std::string_view head);

}  // namespace kinglet::energy
