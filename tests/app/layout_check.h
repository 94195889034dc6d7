// What is wrong with how a window stands: text that is cut without a sign, controls that lie over each other or beyond
// the edge of what holds them.
#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>
#include <QWidget>

namespace kinglet::testing {

inline QString describe(const QWidget& widget) {
  QString text;
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) text = label->text();
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) text = button->text();
  if (const auto* box = qobject_cast<const QComboBox*>(&widget)) text = box->currentText();
  if (text.isEmpty()) text = widget.accessibleName();
  if (text.isEmpty()) text = widget.objectName();
  return QStringLiteral("%1 \"%2\"")
      .arg(QString::fromLatin1(widget.metaObject()->className()), text.left(60));
}

// Whether a widget may lie beyond what is to be seen of it: scrolled there.
inline bool scrolls(const QWidget& widget, const QWidget& window) {
  for (const QWidget* at = widget.parentWidget(); at != nullptr && at != &window; at = at->parentWidget())
    if (qobject_cast<const QScrollArea*>(at->parentWidget() != nullptr ? at->parentWidget() : at) != nullptr)
      return true;
  return false;
}

// Pixels that are missing for the text of a control; 0 where it fits, wraps or is cut with a sign.
inline int missing(const QWidget& widget) {
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
    if (label->text().isEmpty() || label->text().contains(u'…')) return 0;
    if (label->wordWrap()) {
      const int needed = label->heightForWidth(label->width());
      return needed > label->height() + 1 ? needed - label->height() : 0;
    }
    return std::max(0, label->sizeHint().width() - label->width() - 1);
  }
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
    if (button->text().isEmpty() || button->text().contains(u'…')) return 0;
    if (const auto* tool = qobject_cast<const QToolButton*>(&widget);
        tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
      return 0;
    return std::max(0, button->minimumSizeHint().width() - button->width() - 1);
  }
  if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.editable = box->isEditable();
    option.subControls = QStyle::SC_All;
    const QRect room =
        box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
    return std::max(0, box->fontMetrics().horizontalAdvance(box->currentText()) - room.width() - 2);
  }
  return 0;
}

inline bool isControl(const QWidget& widget) {
  return qobject_cast<const QLabel*>(&widget) != nullptr ||
         qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
         qobject_cast<const QComboBox*>(&widget) != nullptr ||
         qobject_cast<const QLineEdit*>(&widget) != nullptr || widget.inherits("QAbstractSpinBox") ||
         widget.inherits("QSlider") || widget.inherits("QTabBar");
}

inline QStringList layoutFaults(const QWidget& window) {
  QStringList faults;
  QList<QWidget*> controls;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->window() != &window || !isControl(*widget)) continue;
    // What Qt makes for itself: the corner of a tab bar that scrolls, the button that clears a field.
    if (widget->parentWidget() != nullptr && (qobject_cast<QTabBar*>(widget->parentWidget()) != nullptr ||
                                              qobject_cast<QLineEdit*>(widget->parentWidget()) != nullptr ||
                                              qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr ||
                                              widget->parentWidget()->inherits("QAbstractSpinBox") ||
                                              widget->objectName() == QLatin1String("qt_toolbar_ext_button")))
      continue;
    controls << widget;
    const QRect place(widget->mapTo(&window, QPoint()), widget->size());
    const bool scrolled = scrolls(*widget, window);
    if (const int pixels = missing(*widget); pixels > 0)
      faults << QStringLiteral("%1 lacks %2 pixels").arg(describe(*widget)).arg(pixels);
    if (!scrolled && !window.rect().contains(place))
      faults << QStringLiteral("%1 is beyond the window's edge").arg(describe(*widget));
    const QWidget* around = widget->parentWidget();
    if (!scrolled && around != nullptr && !around->rect().adjusted(-1, -1, 1, 1).contains(widget->geometry()))
      faults << QStringLiteral("%1 is beyond the edge of %2").arg(describe(*widget), describe(*around));
  }
  for (int i = 0; i < controls.size(); ++i)
    for (int j = i + 1; j < controls.size(); ++j) {
      if (controls[i]->isAncestorOf(controls[j]) || controls[j]->isAncestorOf(controls[i])) continue;
      const auto seen = [&](const QWidget* widget) {
        return widget->visibleRegion().boundingRect().translated(widget->mapTo(&window, QPoint()));
      };
      const QRect over = seen(controls[i]) & seen(controls[j]);
      if (over.width() > 2 && over.height() > 2)
        faults << QStringLiteral("%1 and %2 overlap").arg(describe(*controls[i]), describe(*controls[j]));
    }
  return faults;
}

}  // namespace kinglet::testing
