// What the cached features take on the disk, how much they may, and a button that empties them.
#pragma once

#include <QDialog>

#include "app/window/study/background.h"
#include "data/cache_care.h"

class QLabel;
class QPushButton;

namespace kinglet::window {

class NoticeArea;
class NumberField;

class CacheDialog : public QDialog {
  Q_OBJECT
 public:
  explicit CacheDialog(QWidget* parent = nullptr);
  QLabel* usedLabel() const { return used_; }
  NumberField* limitField() const { return limit_; }
  QPushButton* emptyButton() const { return empty_; }

 private:
  void look();
  void tellUse(const data::CacheUse& use);
  void keepLimit();
  void empty();
  void tell(const QString& problem);

  QLabel *used_, *folder_;
  NumberField* limit_;
  QPushButton* empty_;
  NoticeArea* notices_;
  Background jobs_;
};

}  // namespace kinglet::window
