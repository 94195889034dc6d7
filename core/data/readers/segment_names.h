// How people's downloaders name the sounds of AudioSet and VGGSound.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "data/layout/file_finder.h"
#include "data/layout/survey.h"

namespace kinglet::data {

// Sounds by the YTID that their names hold: ID.wav, YID.wav, id_ID.wav, and behind it the start, or start and
// end, in seconds or milliseconds, with zeros in front or a point: ID_30.wav, ID_30000_40000.flac,
// ID_000030.wav, ID_30.000-40.000.wav.
class SegmentNames {
 public:
  SegmentNames(const Survey& survey, const std::unordered_set<std::string>& ids);

  // The sound of a segment: one that tells its start before one that tells none; of several the one in a
  // folder called after the table, then the first by name. Nothing where there is none.
  const std::string* find(const std::string& id, double startS, double endS, std::string_view table) const;

 private:
  struct Named {
    const std::string* sound;
    std::vector<double> times;  // as the name has them
    bool isPlain;               // one ending, no Y before
  };
  std::unordered_map<std::string, std::vector<Named>> byId_;
};

}  // namespace kinglet::data
