// A view as a picture, a table as text: what will be written is to be seen beforehand.
#pragma once

#include <QDialog>
#include <vector>

#include "app/window/saving/saved_views.h"
#include "widgets/plot/picture_sheet.h"
#include "widgets/text/table_text.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTimer;

namespace kinglet::window {

class NoticeArea;

class SaveViewDialog : public QDialog {
  Q_OBJECT
 public:
  // Of the views of `window` that are to be seen; `chosen` is one of them, or null. `study` stands above pictures.
  SaveViewDialog(QWidget& window, const QString& study, QWidget* chosen, QWidget* parent);

  QListWidget* list() const { return list_; }
  QComboBox* format() const { return format_; }
  QCheckBox* paper() const { return paper_; }
  QCheckBox* heading() const { return heading_; }
  QSpinBox* pixelWidth() const { return width_; }
  QSpinBox* pixelHeight() const { return height_; }
  QString proposedName() const;
  // As the choice says; what went wrong, or nothing.
  QString write(const QString& path);

 public Q_SLOTS:
  void copy();

 private:
  void build();
  void takeView(int row);
  void schedule();
  void showPreview();
  void choosePath();
  bool isTable() const;
  bool isOnPaper() const;  // light, whatever the window is
  widgets::TableForm tableForm() const;
  QString suffix() const;
  widgets::PictureSheet sheet() const;
  const SavedView* view() const;  // null when there is none

  std::vector<SavedView> views_;
  QString study_;
  QListWidget* list_;
  QStackedWidget* preview_;
  QLabel* picture_;
  QPlainTextEdit* text_;
  QComboBox* format_;
  QSpinBox *width_, *height_;
  QLabel* sizeWords_;
  QCheckBox *paper_, *heading_;
  QPushButton *copy_, *save_;
  NoticeArea* notices_;
  QTimer* pause_;
};

}  // namespace kinglet::window
