#include "app/window/kit/markdown.h"

#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextTable>

namespace kinglet::window {
namespace {

constexpr double kScales[] = {1.2, 1.1, 1.0};  // of headings, by level

void plainTables(QTextDocument* document) {
  for (auto* frame : document->rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (!table) continue;
    // Markdown asks for a row of headings also where there is nothing to say.
    bool empty = true;
    for (int c = 0; c < table->columns(); ++c)
      empty = empty && table->cellAt(0, c).firstCursorPosition().block().text().trimmed().isEmpty();
    if (empty && table->rows() > 1) table->removeRows(0, 1);
    QTextTableFormat format = table->format();
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(3);
    table->setFormat(format);
  }
}

void calmHeadings(QTextDocument* document) {
  for (auto block = document->begin(); block.isValid(); block = block.next()) {
    const int level = block.blockFormat().headingLevel();
    if (level < 1) continue;
    QTextCursor cursor(block);
    cursor.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat format;
    format.setProperty(QTextFormat::FontSizeAdjustment, 0);
    format.setFontPointSize(document->defaultFont().pointSizeF() * kScales[std::min(level, 3) - 1]);
    format.setFontWeight(QFont::Bold);
    cursor.mergeCharFormat(format);
  }
}

}  // namespace

void showMarkdown(QTextBrowser* browser, const std::string& text) {
  browser->setMarkdown(QString::fromStdString(text));
  browser->document()->setDocumentMargin(8);
  plainTables(browser->document());
  calmHeadings(browser->document());
  browser->moveCursor(QTextCursor::Start);
}

}  // namespace kinglet::window
