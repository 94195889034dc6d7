// How a page of Kinglet's begins and ends: one HTML file that loads nothing and follows the reader's light or dark
// scheme. Private to study/.
#pragma once

#include <string>

namespace kinglet::study {

// Up to <body>; the title is escaped here. moreStyle: rules of this page alone.
std::string openPage(const std::string& title, const char* moreStyle = "");
std::string closePage();

// <td>, its text escaped.
std::string pageCell(const std::string& text, bool left = false);

}  // namespace kinglet::study
