#include "app/cli/notices.h"

#include <iostream>

#include "base/text.h"

namespace kinglet::cli {

std::vector<std::string> tellNotices(const data::FeatureStore& features) {
  std::vector<std::string> lines;
  for (const base::Message& notice : features.notices()) {
    lines.push_back(base::shownText(notice.english()));
    std::cerr << lines.back() << "\n";
  }
  return lines;
}

}  // namespace kinglet::cli
