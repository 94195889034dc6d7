// Where a test program puts its files: a folder of its own, since tests run side by side and several
// checkouts may be under test on one machine.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace kinglet::test {

// Made when first asked for, gone when the program ends.
inline const std::filesystem::path& scratch() {
  struct Folder {
    std::filesystem::path path;
    Folder() {
      std::string name = (std::filesystem::temp_directory_path() / "kinglet-scratch-XXXXXX").string();
      if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
      path = name;
    }
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  };
  static const Folder folder;
  return folder.path;
}

}  // namespace kinglet::test
