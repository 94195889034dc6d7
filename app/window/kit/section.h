// A part of a panel with a heading that folds it; folded or not is remembered.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QToolButton;

namespace kinglet::window {

class Section : public QWidget {
  Q_OBJECT
 public:
  // `key` names it in the settings.
  Section(const QString& key, const QString& title, QWidget* body, QWidget* parent = nullptr);
  void setSummary(const QString& text);  // faint, beside the heading; what it says while folded
  void setOpen(bool open);
  bool isOpen() const { return open_; }
  QWidget* body() const { return body_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitSummary();

  QString key_, summaryText_;
  QToolButton* heading_;
  QLabel* summary_;
  QWidget* body_;
  bool open_ = true;
};

// A label in the colour for secondary text.
QLabel* faintLabel(const QString& text, QWidget* parent = nullptr);
// A label in bold at the given multiple of the font size.
QLabel* headingLabel(const QString& text, double scale = 1.2, QWidget* parent = nullptr);
// A page whose column keeps its width in the middle, however wide the window is.
QWidget* centredPage(QWidget* column);
// A page that scrolls where there is less room than it needs: a small screen, or twice its scale.
QWidget* scrolledPage(QWidget* page);

}  // namespace kinglet::window
