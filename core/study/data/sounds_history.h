// Which changes of its sounds a search went on with.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace kinglet::study {

struct SoundsChange {
  int trials = 0;                      // how many had been begun by then
  bool accepted = false;               // by a person: what candidates were judged by had changed
  base::Message summary;               // as SoundsNews
  std::vector<base::Message> details;  // as SoundsNews
  bool operator==(const SoundsChange&) const = default;
};

// SoundsRecord::history. Reading throws base::Error where it is damaged.
std::string historyText(const std::vector<SoundsChange>& changes);
std::vector<SoundsChange> historyFrom(const std::string& text);

}  // namespace kinglet::study
