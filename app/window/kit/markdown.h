// Markdown as the window shows it: headings of the window's sizes, tables without a grid.
#pragma once

#include <string>

class QTextBrowser;

namespace kinglet::window {

void showMarkdown(QTextBrowser* browser, const std::string& text);

}  // namespace kinglet::window
