// A large button with a drawing, a title and a sentence: the choices of the first page.
#pragma once

#include <QAbstractButton>

namespace kinglet::window {

class CardButton : public QAbstractButton {
  Q_OBJECT
 public:
  CardButton(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QFont titleFont() const;
  QString icon_, text_;
};

}  // namespace kinglet::window
