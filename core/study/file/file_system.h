// Where a study lies.
#pragma once

#include <filesystem>
#include <string>

namespace kinglet::study {

// What the network calls a file system ("NFS", "SMB"); empty where the file lies on this computer's own
// disks, or nobody can tell.
std::string networkFileSystem(const std::filesystem::path& file);

}  // namespace kinglet::study
