// A study that a killed Kinglet left, read where SQLite cannot: in a folder that may not be written to, or on
// a full disk, it cannot make the index of the log beside the file. Private to study/.
#pragma once

#include <filesystem>
#include <string>

namespace kinglet::study {

// The study file with what its log (NAME-wal) committed put in, as one SQLite file without a log; of the
// format, see "Write-ahead logging" in https://www.sqlite.org/fileformat2.html. Empty where it has no log, or
// is no SQLite file. Throws base::Error when it cannot be read, or changes all the while.
std::string studyImage(const std::filesystem::path& study);

}  // namespace kinglet::study
