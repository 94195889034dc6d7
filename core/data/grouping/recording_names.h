// What file names tell of the recordings that clips were cut from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kinglet::data {

// A recorder's stamp of date and time in a name, as AudioMoth, Song Meter and phones write it:
// "20230501_060000", "SITE1_20230501_060000_003", "2023-05-01 06.00.00", "20230501T060000Z".
struct Stamp {
  std::size_t begin = std::string::npos, end = 0;  // in the name
  bool found() const { return begin != std::string::npos; }
};
Stamp stampIn(std::string_view stem);

// Recordings that a name without its ending may be a part of, the coarsest first, the name itself last:
// "rec_12_003" gives "rec", "rec_12", "rec_12_003". What is left off are parts that count ("003", "A",
// "part2", "utt7"). A stamp of date and time is never left off, since it is a recording's own; nor is what
// stands before "_nohash_" (Speech Commands' speaker), nor ESC-50's source ("1-100032-A-0": "100032").
std::vector<std::string> recordingNames(const std::string& stem);

// The coarsest.
std::string recordingOf(const std::string& stem);

// The text before the first "_", "-" or blank; the whole where there is none.
std::string prefixOf(const std::string& stem);

// Whether a recording's name is only a word ("bark", "Recording"): then what follows counts sounds, not parts
// of one.
bool isWord(std::string_view name);

// Letters, digits and what is no ASCII, in small letters: to compare a name with a class.
std::string lettersOf(std::string_view text);

}  // namespace kinglet::data
