// The one QApplication of the window's tests, made when the first test asks for it. Offscreen, in the C
// locale, so that figures read the same everywhere.
#pragma once

#include <QApplication>
#include <QLocale>
#include <QMouseEvent>
#include <QPalette>
#include <QWidget>

namespace kinglet::testing {

inline QApplication& application() {
  static int count = 1;
  static char name[] = "window_tests";
  static char* arguments[] = {name, nullptr};
  static auto* instance = [] {
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", "offscreen").toUtf8());
    QLocale::setDefault(QLocale::c());
    return new QApplication(count,
                            arguments);  // lives until the process ends: widgets of statics may outlive main
  }();
  return *instance;
}

// QTest::mouseMove goes by the cursor of the system, which need not move; this is the event itself.
inline void moveMouse(QWidget* widget, const QPoint& to, Qt::MouseButtons buttons = Qt::NoButton) {
  QMouseEvent event(QEvent::MouseMove, QPointF(to), widget->mapToGlobal(QPointF(to)), Qt::NoButton, buttons,
                    {});
  QApplication::sendEvent(widget, &event);
}

inline QPalette darkPalette() {
  QPalette palette;
  palette.setColor(QPalette::Window, QColor(0x1f, 0x22, 0x26));
  palette.setColor(QPalette::WindowText, QColor(0xe6, 0xe6, 0xe6));
  palette.setColor(QPalette::Base, QColor(0x17, 0x19, 0x1c));
  palette.setColor(QPalette::AlternateBase, QColor(0x1c, 0x1f, 0x23));
  palette.setColor(QPalette::Text, QColor(0xe6, 0xe6, 0xe6));
  palette.setColor(QPalette::Button, QColor(0x2a, 0x2e, 0x33));
  palette.setColor(QPalette::ButtonText, QColor(0xe6, 0xe6, 0xe6));
  palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0x9f, 0xa6));
  palette.setColor(QPalette::ToolTipBase, QColor(0x2a, 0x2e, 0x33));
  palette.setColor(QPalette::ToolTipText, QColor(0xe6, 0xe6, 0xe6));
  palette.setColor(QPalette::Highlight, QColor(0x3d, 0x8b, 0xd9));
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, QColor(0x6c, 0xb2, 0xf5));
  return palette;
}

}  // namespace kinglet::testing
