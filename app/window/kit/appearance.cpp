#include "app/window/kit/appearance.h"

#include <QApplication>
#include <QToolTip>

#include "app/window/kit/style.h"
#include "widgets/look/theme.h"

namespace kinglet::window {
namespace {

struct Colours {
  QRgb window, base, alternate, text, faint, button, highlight, link;
};

QPalette paletteOf(const Colours& colours) {
  QPalette palette;
  const QColor window(colours.window), text(colours.text);
  palette.setColor(QPalette::Window, window);
  palette.setColor(QPalette::Base, QColor(colours.base));
  palette.setColor(QPalette::AlternateBase, QColor(colours.alternate));
  palette.setColor(QPalette::Button, QColor(colours.button));
  palette.setColor(QPalette::ToolTipBase, QColor(colours.base));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                          QPalette::BrightText})
    palette.setColor(role, text);
  palette.setColor(QPalette::PlaceholderText, QColor(colours.faint));
  palette.setColor(QPalette::Highlight, QColor(colours.highlight));
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, QColor(colours.link));
  palette.setColor(QPalette::LinkVisited, QColor(colours.link));
  palette.setColor(QPalette::Light, widgets::mixed(window, Qt::white, 0.3));
  palette.setColor(QPalette::Midlight, widgets::mixed(window, text, 0.06));
  palette.setColor(QPalette::Mid, widgets::mixed(window, text, 0.22));
  palette.setColor(QPalette::Dark, widgets::mixed(window, text, 0.4));
  palette.setColor(QPalette::Shadow, widgets::mixed(window, Qt::black, 0.7));
  const QColor off = widgets::mixed(window, text, 0.42);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, off);
  palette.setColor(QPalette::Disabled, QPalette::Highlight, widgets::mixed(window, text, 0.25));
  return palette;
}

}  // namespace

QPalette lightPalette() {
  return paletteOf(
      {0xfff5f6f7, 0xffffffff, 0xfff9fafb, 0xff1c2126, 0xff5f6b76, 0xffffffff, 0xff0b6aa2, 0xff0b6aa2});
}

QPalette darkPalette() {
  return paletteOf(
      {0xff1f2327, 0xff17191c, 0xff1b1e21, 0xffe3e7eb, 0xff98a3ad, 0xff2a2f34, 0xff1c77b3, 0xff6bb6e6});
}

void installStyle() {
  QApplication::setStyle(new Style);
}

// A desktop that hands Qt a palette of its own keeps it; where there is none, Fusion's grey default gives way
// to ours.
void applyTheme(ThemeChoice choice) {
  QApplication::setPalette(QPalette());
  if (choice == ThemeChoice::light)
    QApplication::setPalette(lightPalette());
  else if (choice == ThemeChoice::dark)
    QApplication::setPalette(darkPalette());
  else if (QApplication::palette().color(QPalette::Window) ==
           QApplication::style()->standardPalette().color(QPalette::Window))
    QApplication::setPalette(lightPalette());
  QToolTip::setPalette(QApplication::palette());
}

}  // namespace kinglet::window
