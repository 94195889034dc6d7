#include "app/window/kit/style.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QStyleOption>
#include <QTabBar>
#include <QVariant>

#include "app/window/kit/style_paint.h"

namespace kinglet::window {
namespace {

constexpr int kControlHeight = 28;

// A window has one button that stands out: the default one, or the one that says so.
bool isPrimary(const QStyleOptionButton& option, const QWidget* widget) {
  return (option.features & QStyleOptionButton::DefaultButton) ||
         (widget && widget->property("primary").toBool());
}

// What a scroll bar lies on: that of the area that it scrolls.
QPalette::ColorRole groundOf(const QWidget* bar) {
  for (const QWidget* widget = bar; widget; widget = widget->parentWidget())
    if (const auto* area = qobject_cast<const QAbstractScrollArea*>(widget))
      return area->viewport()->backgroundRole();
  return QPalette::Window;
}

}  // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_SplitterWidth:
      return 7;
    case PM_ToolBarItemSpacing:
      return 2;
    case PM_ToolBarItemMargin:
      return 4;
    case PM_ToolBarFrameWidth:
      return 0;
    case PM_TabBarTabVSpace:
      return 14;
    case PM_TabBarTabHSpace:
      return 20;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
      return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
      return 8;
    case PM_ScrollBarExtent:
      return 12;
    case PM_ScrollBarSliderMin:
      return 28;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
      return 20;
    case PM_SliderLength:
      return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
      return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
      return 12;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const {
  switch (hint) {
    case SH_TabBar_Alignment:
      return Qt::AlignLeft;
    case SH_Table_GridLineColor:
      return option ? static_cast<int>(paint::tint(option->palette, QPalette::Base, 0.08).rgb()) : 0;
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
      return 0;
    case SH_Slider_AbsoluteSetButtons:
      return Qt::LeftButton;
    case SH_ScrollBar_ContextMenu:
      return 0;
    case SH_ToolTip_WakeUpDelay:
      return 500;
    default:
      return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_PushButton:
      return {result.width() + 8, std::max(result.height(), kControlHeight)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
      return {result.width(), std::max(result.height(), kControlHeight)};
    case CT_MenuItem:
      return {result.width() + 8, std::max(result.height(), 24)};
    case CT_MenuBarItem:
      return {result.width() + 4, std::max(result.height(), 26)};
    case CT_ItemViewItem:
      return {result.width(), std::max(result.height(), 24)};
    case CT_HeaderSection:
      return {result.width(), std::max(result.height(), 28)};
    default:
      return result;
  }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
  const QRect rect = QProxyStyle::subElementRect(element, option, widget);
  // Air between a field's edge and its text, but not in the editor of a table or a number field.
  if (element == SE_LineEditContents)
    if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        frame && frame->lineWidth > 0)
      return rect.adjusted(4, 0, -4, 0);
  return rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
  // Scroll bars without arrows: the whole length is groove.
  if (control == CC_ScrollBar) {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)) return {};
    if (bar && part == SC_ScrollBarGroove) return bar->rect;
    if (bar && (part == SC_ScrollBarSlider || part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage)) {
      const bool flat = bar->orientation == Qt::Horizontal;
      const int length = flat ? bar->rect.width() : bar->rect.height();
      const qint64 range = qint64(bar->maximum) - bar->minimum;
      int knob = length;
      if (range > 0) knob = static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep));
      knob = std::clamp(knob, std::min(28, length), length);
      const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - knob,
                                             bar->upsideDown);
      int begin = at, size = knob;
      if (part == SC_ScrollBarSubPage) begin = 0, size = at;
      if (part == SC_ScrollBarAddPage) begin = at + knob, size = length - at - knob;
      const QRect place =
          flat ? QRect(begin, 0, size, bar->rect.height()) : QRect(0, begin, bar->rect.width(), size);
      return visualRect(bar->direction, bar->rect, place.translated(bar->rect.topLeft()));
    }
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  const QPalette& palette = option->palette;
  switch (element) {
    case PE_PanelButtonCommand:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
        return paint::button(*button, *painter, isPrimary(*button, widget));
      break;
    case PE_PanelButtonTool:
      return paint::toolButton(*option, *painter);
    case PE_PanelLineEdit:
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
          frame && frame->lineWidth > 0)
        paint::field(*painter, *option, option->rect);
      return;
    case PE_FrameLineEdit:
      return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
      return paint::checkBox(*option, *painter, false);
    case PE_IndicatorRadioButton:
      return paint::checkBox(*option, *painter, true);
    case PE_Frame:
    case PE_FrameMenu:
      return paint::box(*painter, option->rect, {}, paint::edge(palette), 0);
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameDockWidget:
    case PE_IndicatorToolBarSeparator:
      if (element == PE_IndicatorToolBarSeparator)
        painter->fillRect(
            QRect(option->rect.center().x(), option->rect.top() + 6, 1, option->rect.height() - 12),
            paint::edge(palette));
      return;
    case PE_FrameTabBarBase:
      painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                        paint::edge(palette));
      return;
    case PE_PanelMenu:
      return painter->fillRect(option->rect, palette.color(QPalette::Base));
    case PE_FrameFocusRect:
      return paint::box(*painter, option->rect, {}, palette.color(QPalette::Highlight), 3, 1.5);
    case PE_IndicatorArrowDown:
      return paint::chevron(*painter, option->rect, Qt::DownArrow, palette.color(QPalette::ButtonText));
    case PE_IndicatorArrowUp:
      return paint::chevron(*painter, option->rect, Qt::UpArrow, palette.color(QPalette::ButtonText));
    case PE_IndicatorArrowLeft:
      return paint::chevron(*painter, option->rect, Qt::LeftArrow, palette.color(QPalette::ButtonText));
    case PE_IndicatorArrowRight:
      return paint::chevron(*painter, option->rect, Qt::RightArrow, palette.color(QPalette::ButtonText));
    default:
      break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  const QPalette& palette = option->palette;
  switch (element) {
    case CE_TabBarTabShape:
      if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
        return paint::tab(*tab, *painter);
      break;
    case CE_ProgressBarGroove:
      return;
    case CE_ProgressBarContents:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
        return paint::progress(*bar, *painter);
      break;
    case CE_PushButtonLabel:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
          button && isPrimary(*button, widget) && (option->state & State_Enabled)) {
        QStyleOptionButton copy = *button;
        copy.palette.setColor(QPalette::ButtonText, palette.color(QPalette::HighlightedText));
        // The icon's own engine colours by mode: Selected is the colour on the highlight.
        if (!copy.icon.isNull()) copy.icon = QIcon(copy.icon.pixmap(copy.iconSize, QIcon::Selected));
        return QProxyStyle::drawControl(element, &copy, painter, widget);
      }
      break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
      painter->fillRect(option->rect, palette.color(QPalette::Window));
      painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                        paint::edge(palette));
      return;
    case CE_ToolBar:
      painter->fillRect(option->rect, palette.color(QPalette::Window));
      painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                        paint::edge(palette));
      return;
    case CE_MenuBarEmptyArea:
      return painter->fillRect(option->rect, palette.color(QPalette::Window));
    case CE_MenuBarItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
        painter->fillRect(option->rect, palette.color(QPalette::Window));
        if (option->state & State_Selected)
          paint::box(*painter, QRectF(option->rect).adjusted(1, 2, -1, -2),
                     paint::tint(palette, QPalette::Window, 0.1), {});
        drawItemText(painter, option->rect,
                     Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine, palette,
                     option->state & State_Enabled, item->text, QPalette::WindowText);
        return;
      }
      break;
    case CE_Splitter:
      if (option->state & State_Horizontal)
        painter->fillRect(QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height()),
                          paint::edge(palette));
      else
        painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                          paint::edge(palette));
      return;
    default:
      break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
  const auto part = [&](SubControl which) { return proxy()->subControlRect(control, option, which, widget); };
  if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
      combo && control == CC_ComboBox)
    return paint::comboBox(*combo, *painter, part(SC_ComboBoxArrow));
  if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option); spin && control == CC_SpinBox)
    return paint::spinBox(*spin, *painter, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
  if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
    if (control == CC_Slider && slider->tickPosition == QSlider::NoTicks)
      return paint::slider(*slider, *painter, part(SC_SliderGroove), part(SC_SliderHandle));
    if (control == CC_ScrollBar) {
      painter->fillRect(option->rect, option->palette.color(groundOf(widget)));
      return paint::scrollBar(*slider, *painter, part(SC_ScrollBarSlider));
    }
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
      qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QTabBar*>(widget))
    widget->setAttribute(Qt::WA_Hover);
}

}  // namespace kinglet::window
