// Whether a page is one.
#pragma once

#include <string>
#include <vector>

namespace kinglet::study::testing {

// Every element that is opened is closed, in order; no attribute or text holds a bare < or &.
inline std::string wellFormed(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t i = html.find('<'); i != std::string::npos; i = html.find('<', i)) {
    const std::size_t end = html.find('>', i);
    if (end == std::string::npos) return "a tag that never ends";
    std::string tag = html.substr(i + 1, end - i - 1);
    i = end;
    if (tag[0] == '!' || tag.back() == '/') continue;
    const bool closes = tag[0] == '/';
    const std::string name = tag.substr(closes, tag.find_first_of(" \n", closes) - closes);
    if (name == "meta" || name == "br") continue;
    if (!closes) {
      open.push_back(name);
    } else {
      if (open.empty() || open.back() != name) return "</" + name + "> closes nothing";
      open.pop_back();
    }
  }
  for (std::size_t i = html.find('&'); i != std::string::npos; i = html.find('&', i + 1))
    if (html.find(';', i) > i + 7) return "a bare & at " + html.substr(i, 20);
  return open.empty() ? "" : "<" + open.back() + "> never closes";
}

}  // namespace kinglet::study::testing
