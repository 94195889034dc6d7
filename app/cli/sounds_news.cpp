#include "app/cli/sounds_news.h"

#include <iostream>

namespace kinglet::cli {

void tellNews(const study::SoundsNews& news, const std::function<void(const std::string&)>& print) {
  const auto say = [&](const std::string& line) {
    if (print)
      print(line);
    else
      std::cerr << line << "\n";
  };
  if (!news.summary.empty()) say(news.summary.english());
  for (const auto& detail : news.details) say("  " + detail.english());
}

Json newsFigures(const study::SoundsNews& news) {
  if (news.summary.empty()) return Json::object();
  Json lines = Json::array({news.summary.english()});
  for (const auto& detail : news.details) lines.push_back(detail.english());
  return {{"sounds_changed", std::move(lines)}};
}

}  // namespace kinglet::cli
