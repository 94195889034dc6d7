#include "diagnosis/symbols.h"

#include <elf.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <exception>
#include <memory>
#include <span>
#include <vector>

#include "base/files.h"

namespace kinglet::diagnosis {
namespace {

constexpr const char* kProgram = "/proc/self/exe";

// The functions of an ELF file of this computer's word size.
class Symbols {
 public:
  explicit Symbols(std::span<const std::byte> file) : file_(file) {
    const auto head = at<Elf64_Ehdr>(0);
    if (std::memcmp(head.e_ident, ELFMAG, SELFMAG) != 0 || head.e_ident[EI_CLASS] != ELFCLASS64) return;
    for (std::size_t i = 0; i < head.e_shnum; ++i) {
      const auto section = at<Elf64_Shdr>(head.e_shoff + i * sizeof(Elf64_Shdr));
      if (section.sh_type != SHT_SYMTAB) continue;
      names_ = at<Elf64_Shdr>(head.e_shoff + section.sh_link * sizeof(Elf64_Shdr)).sh_offset;
      for (std::size_t s = 0; s < section.sh_size / sizeof(Elf64_Sym); ++s) {
        const auto symbol = at<Elf64_Sym>(section.sh_offset + s * sizeof(Elf64_Sym));
        if (ELF64_ST_TYPE(symbol.st_info) == STT_FUNC && symbol.st_size > 0) functions_.push_back(symbol);
      }
    }
    std::sort(functions_.begin(), functions_.end(),
              [](const auto& a, const auto& b) { return a.st_value < b.st_value; });
  }

  std::string nameOf(std::uint64_t place) const {
    auto next =
        std::upper_bound(functions_.begin(), functions_.end(), place,
                         [](std::uint64_t value, const auto& symbol) { return value < symbol.st_value; });
    if (next == functions_.begin()) return {};
    --next;
    if (place >= next->st_value + next->st_size) return {};
    const std::uint64_t begin = names_ + next->st_name;
    std::string name;
    for (std::uint64_t i = begin; i < file_.size() && file_[i] != std::byte(0); ++i)
      name += static_cast<char>(file_[i]);
    return name;
  }

 private:
  template <class T>
  T at(std::uint64_t offset) const {
    T value{};
    if (offset <= file_.size() && sizeof(T) <= file_.size() - offset)
      std::memcpy(&value, file_.data() + offset, sizeof(T));
    return value;
  }

  std::span<const std::byte> file_;
  std::uint64_t names_ = 0;
  std::vector<Elf64_Sym> functions_;
};

}  // namespace

std::string buildMark() noexcept {
  struct stat status {};
  if (::stat(kProgram, &status) != 0) return {};
  return std::to_string(status.st_size) + "-" + std::to_string(status.st_mtim.tv_sec);
}

std::string withSymbols(std::string_view text, std::string_view mark) {
  if (mark.empty() || mark != buildMark()) return std::string(text);
  try {
    const base::MappedFile program(kProgram);
    const Symbols symbols(program.bytes());
    std::string out;
    constexpr std::string_view kOffset = "(+0x";
    for (auto at = text.find(kOffset); at != std::string_view::npos; at = text.find(kOffset)) {
      const auto lineBegin = text.rfind('\n', at) + 1;
      const auto digits = at + kOffset.size();
      std::uint64_t place = 0;
      std::from_chars(text.data() + digits, text.data() + text.size(), place, 16);
      // Behind a call that does not return another function may begin.
      const bool ours = text.substr(lineBegin, at - lineBegin).find(".so") == std::string_view::npos;
      out.append(text.substr(0, at + 1)).append(ours && place > 0 ? symbols.nameOf(place - 1) : "");
      text.remove_prefix(at + 1);
    }
    return out.append(text);
  } catch (const std::exception&) {
    return std::string(text);
  }
}

}  // namespace kinglet::diagnosis
