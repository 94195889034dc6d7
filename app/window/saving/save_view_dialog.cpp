#include "app/window/saving/save_view_dialog.h"

#include <QAbstractItemView>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimer>
#include <utility>

#include "app/window/kit/appearance.h"
#include "app/window/kit/file_choice.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "base/error.h"
#include "base/files.h"
#include "widgets/look/theme.h"
#include "widgets/plot/plot_base.h"
#include "widgets/text/message_text.h"
#include "widgets/text/table_text.h"

namespace kinglet::window {
namespace {

using widgets::PictureFormat;
using widgets::TableForm;

constexpr int kSmallest = 160, kLargest = 4000;  // pixels of a side
constexpr int kPreviewRows = 200;
const QString kNotice = QStringLiteral("saved");

// Light, as paper is, while it lives: what is painted meanwhile takes the colours of the palette.
class OnPaper {
 public:
  OnPaper(QWidget& widget, bool wanted)
      : widget_(widget),
        wanted_(wanted),
        own_(widget.testAttribute(Qt::WA_SetPalette)),
        before_(widget.palette()) {
    if (wanted_) widget_.setPalette(lightPalette());
  }
  ~OnPaper() {
    if (!wanted_) return;
    widget_.setPalette(own_ ? before_ : QPalette());
    // At once, or the window would show a light frame.
    if (auto* plot = qobject_cast<widgets::PlotBase*>(&widget_)) plot->flush();
    for (auto* plot : widget_.findChildren<widgets::PlotBase*>()) plot->flush();
  }
  OnPaper(const OnPaper&) = delete;
  OnPaper& operator=(const OnPaper&) = delete;

 private:
  QWidget& widget_;
  bool wanted_, own_;
  QPalette before_;
};

}  // namespace

SaveViewDialog::SaveViewDialog(QWidget& window, const QString& study, QWidget* chosen, QWidget* parent)
    : QDialog(parent),
      views_(savedViews(window)),
      study_(study),
      list_(new QListWidget),
      preview_(new QStackedWidget),
      picture_(new QLabel),
      text_(new QPlainTextEdit),
      format_(new QComboBox),
      width_(new QSpinBox),
      height_(new QSpinBox),
      sizeWords_(faintLabel({})),
      paper_(new QCheckBox(tr("Light, for paper"))),
      heading_(new QCheckBox(tr("With a heading"))),
      copy_(new QPushButton(tr("Copy"))),
      save_(new QPushButton(tr("Save …"))),
      notices_(new NoticeArea),
      pause_(new QTimer(this)) {
  build();
  int row = 0;
  for (std::size_t i = 0; i < views_.size(); ++i) {
    list_->addItem(new QListWidgetItem(
        icon(views_[i].table != nullptr ? QStringLiteral("table") : QStringLiteral("front")),
        views_[i].name()));
    if (views_[i].widget == chosen) row = static_cast<int>(i);
  }
  connect(list_, &QListWidget::currentRowChanged, this, &SaveViewDialog::takeView);
  list_->setCurrentRow(views_.empty() ? -1 : row);
  if (views_.empty()) takeView(-1);
}

void SaveViewDialog::build() {
  setWindowTitle(tr("Save a picture or a table"));
  resize(QSize(960, 600).boundedTo(screen()->availableSize() - QSize(16, 40)));
  list_->setAccessibleName(tr("Views"));
  list_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
  list_->setTextElideMode(Qt::ElideMiddle);
  picture_->setAlignment(Qt::AlignCenter);
  picture_->setAccessibleName(tr("How it will look"));
  picture_->setMinimumSize(240, 160);
  picture_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
  text_->setReadOnly(true);
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->setAccessibleName(tr("What will be written"));
  preview_->addWidget(picture_);
  preview_->addWidget(text_);
  for (QSpinBox* box : {width_, height_}) {
    box->setRange(kSmallest, kLargest);
    box->setSingleStep(20);
  }
  width_->setAccessibleName(tr("Width"));
  height_->setAccessibleName(tr("Height"));
  sizeWords_->setWordWrap(true);
  heading_->setChecked(true);
  heading_->setToolTip(tr("What it is and of which study, above the picture"));
  paper_->setToolTip(tr("In light colours, whatever the window's are"));
  paper_->setChecked(true);
  const bool dark = widgets::Theme::of(this).dark;
  paper_->setVisible(dark);
  pause_->setSingleShot(true);
  pause_->setInterval(60);

  auto* size = new QHBoxLayout;
  size->setSpacing(4);
  size->addWidget(width_);
  size->addWidget(new QLabel(QStringLiteral("×")));
  size->addWidget(height_);
  size->addWidget(new QLabel(tr("pixels")));
  size->addSpacing(16);
  size->addWidget(heading_);
  size->addWidget(paper_);
  size->addStretch(1);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(16);
  form->setVerticalSpacing(8);
  form->addRow(tr("Format"), format_);
  form->addRow(tr("Size"), size);
  form->addRow(QString(), sizeWords_);
  auto* right = new QVBoxLayout;
  right->setSpacing(12);
  right->addWidget(preview_, 1);
  right->addLayout(form);
  auto* parts = new QHBoxLayout;
  parts->setSpacing(12);
  parts->addWidget(list_, 2);
  parts->addLayout(right, 5);
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(copy_, QDialogButtonBox::ActionRole);
  buttons->addButton(save_, QDialogButtonBox::ActionRole);
  buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
  save_->setProperty("primary", true);
  save_->setDefault(true);
  copy_->setAutoDefault(false);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(notices_);
  layout->addLayout(parts, 1);
  layout->addWidget(buttons);

  connect(pause_, &QTimer::timeout, this, &SaveViewDialog::showPreview);
  connect(format_, &QComboBox::currentIndexChanged, this, &SaveViewDialog::schedule);
  connect(width_, &QSpinBox::valueChanged, this, &SaveViewDialog::schedule);
  connect(height_, &QSpinBox::valueChanged, this, &SaveViewDialog::schedule);
  connect(paper_, &QCheckBox::toggled, this, &SaveViewDialog::schedule);
  connect(heading_, &QCheckBox::toggled, this, &SaveViewDialog::schedule);
  connect(copy_, &QPushButton::clicked, this, &SaveViewDialog::copy);
  connect(save_, &QPushButton::clicked, this, &SaveViewDialog::choosePath);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

const SavedView* SaveViewDialog::view() const {
  const int row = list_->currentRow();
  return row >= 0 && row < static_cast<int>(views_.size()) ? &views_[static_cast<std::size_t>(row)] : nullptr;
}

bool SaveViewDialog::isTable() const {
  return view() != nullptr && view()->table != nullptr;
}

void SaveViewDialog::takeView(int) {
  notices_->dismissAll();
  const bool any = view() != nullptr, table = isTable();
  for (QWidget* widget :
       {static_cast<QWidget*>(format_), static_cast<QWidget*>(copy_), static_cast<QWidget*>(save_)})
    widget->setEnabled(any);
  const QSignalBlocker quietFormat(format_), quietWidth(width_), quietHeight(height_);
  format_->clear();
  if (table) {
    format_->addItem(tr("CSV, for spreadsheets and scripts"), QStringLiteral("csv"));
    format_->addItem(tr("Text with tabs"), QStringLiteral("tsv"));
  } else if (any) {
    format_->addItem(tr("PNG, for slides and the web"), QStringLiteral("png"));
    format_->addItem(tr("SVG, to be edited"), QStringLiteral("svg"));
    format_->addItem(tr("PDF, for papers"), QStringLiteral("pdf"));
  }
  const bool free = any && !table && view()->picture->takesAnySize();
  if (any && !table) {
    widgets::PictureSheet own = sheet();
    own.size = {};
    const QSize size = own.sizeOf(*view()->picture);
    width_->setValue(size.width());
    height_->setValue(size.height());
  }
  for (QSpinBox* box : {width_, height_}) box->setEnabled(free);
  for (QCheckBox* box : {heading_, paper_}) box->setEnabled(any && !table);
  preview_->setCurrentIndex(table ? 1 : 0);
  showPreview();
}

void SaveViewDialog::schedule() {
  pause_->start();
}

widgets::PictureSheet SaveViewDialog::sheet() const {
  widgets::PictureSheet sheet;
  if (view() != nullptr) sheet.subject = view()->subject;
  sheet.study = study_;
  sheet.heading = heading_->isChecked();
  sheet.size = {width_->value(), height_->value()};
  return sheet;
}

void SaveViewDialog::showPreview() {
  pause_->stop();
  picture_->clear();
  text_->clear();
  sizeWords_->clear();
  const SavedView* shown = view();
  if (shown == nullptr) {
    picture_->setText(tr("There is nothing here to save yet."));
    return;
  }
  if (isTable()) {
    std::vector<int> rows;
    const int all = shown->table->model()->rowCount();
    for (int row = 0; row < std::min(all, kPreviewRows); ++row) rows.push_back(row);
    text_->setPlainText(widgets::tableText(*shown->table, tableForm(), rows));
    sizeWords_->setText(
        tr("%n rows, as the table is sorted and filtered; figures in full, with a point.", nullptr, all));
    return;
  }
  const OnPaper colours(*shown->widget, isOnPaper());
  const QSize room = picture_->size() * devicePixelRatioF();
  QImage image = widgets::sheetImage(*shown->picture, sheet(), devicePixelRatioF());
  if (image.width() > room.width() || image.height() > room.height())
    image = image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  image.setDevicePixelRatio(devicePixelRatioF());
  picture_->setPixmap(QPixmap::fromImage(image));
  const QSize size = sheet().sizeOf(*shown->picture);
  sizeWords_->setText(
      suffix() == QLatin1String("png")
          ? tr("Written with twice as many: %1 × %2.").arg(2 * size.width()).arg(2 * size.height())
          : tr("At 96 pixels an inch; lines and letters stay sharp at any size."));
}

QString SaveViewDialog::suffix() const {
  return format_->currentData().toString();
}

bool SaveViewDialog::isOnPaper() const {
  return paper_->isChecked() && !paper_->isHidden();
}

widgets::TableForm SaveViewDialog::tableForm() const {
  return suffix() == QLatin1String("tsv") ? TableForm::tsv : TableForm::csv;
}

QString SaveViewDialog::proposedName() const {
  if (view() == nullptr) return {};
  static const QRegularExpression blanks(QStringLiteral("[^\\w.-]+"),
                                         QRegularExpression::UseUnicodePropertiesOption);
  QString name = study_.isEmpty() ? view()->name() : QStringLiteral("%1 %2").arg(study_, view()->name());
  name = name.left(100).replace(blanks, QStringLiteral("-"));
  return name + u'.' + suffix();
}

QString SaveViewDialog::write(const QString& path) {
  const SavedView* shown = view();
  if (shown == nullptr) return tr("There is nothing here to save yet.");
  try {
    if (isTable()) {
      base::writeAtomically(path.toStdString(), widgets::tableText(*shown->table, tableForm()).toStdString());
      return {};
    }
    const OnPaper colours(*shown->widget, isOnPaper());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const PictureFormat format = suffix() == QLatin1String("svg")   ? PictureFormat::svg
                                 : suffix() == QLatin1String("pdf") ? PictureFormat::pdf
                                                                    : PictureFormat::png;
    if (!widgets::writeSheet(buffer, format, *shown->picture, sheet()))
      return tr("The picture could not be made. A smaller one may do.");
    base::writeAtomically(path.toStdString(),
                          {buffer.data().constData(), static_cast<std::size_t>(buffer.data().size())});
  } catch (const base::Error& error) {
    return widgets::messageText(error.message());
  }
  return {};
}

void SaveViewDialog::choosePath() {
  const bool table = isTable();
  const QString ending = suffix();
  chooseFileToSave(
      this,
      {table ? tr("Save the table") : tr("Save the picture"), QStringLiteral("pictures"),
       (table ? tr("Tables (*.%1)") : tr("Pictures (*.%1)")).arg(ending), ending, proposedName()},
      [this](const QString& path) {
        const QString problem = write(path);
        if (!problem.isEmpty()) {
          notices_->show(kNotice, {NoticeKind::error, problem, {}, {}});
          return;
        }
        notices_->show(kNotice, writtenNotice(path));
      });
}

void SaveViewDialog::copy() {
  const SavedView* shown = view();
  if (shown == nullptr) return;
  if (isTable()) {
    QGuiApplication::clipboard()->setText(widgets::tableText(*shown->table, TableForm::tsv));
  } else {
    const OnPaper colours(*shown->widget, isOnPaper());
    QGuiApplication::clipboard()->setImage(widgets::sheetImage(*shown->picture, sheet(), 2));
  }
  notices_->show(kNotice, {NoticeKind::done, tr("Copied."), {}, {}});
}

}  // namespace kinglet::window
