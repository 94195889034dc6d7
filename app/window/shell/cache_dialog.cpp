#include "app/window/shell/cache_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/window/kit/fields.h"
#include "app/window/kit/notice.h"

namespace kinglet::window {
namespace {

constexpr double kGigabyte = 1e9;

QString sizeText(std::uintmax_t bytes) {
  return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

}  // namespace

CacheDialog::CacheDialog(QWidget* parent)
    : QDialog(parent),
      used_(new QLabel),
      folder_(new QLabel),
      limit_(new NumberField(0.1, 10000, 1, tr("GB"))),
      empty_(new QPushButton(tr("Empty it"))),
      notices_(new NoticeArea) {
  setWindowTitle(tr("Cached features"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* words = new QLabel(tr(
      "Features of your sounds are kept, so that the next search begins at once. They can be removed at any "
      "time: they are computed again when they are needed."));
  words->setWordWrap(true);
  folder_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  limit_->setToolTip(tr("Over it, what was unused longest goes."));
  limit_->setAccessibleName(tr("At most"));
  limit_->setMaximumWidth(140);
  empty_->setEnabled(false);
  empty_->setAutoDefault(false);
  auto* form = new QFormLayout;
  form->addRow(tr("Folder"), folder_);
  form->addRow(tr("In use"), used_);
  form->addRow(tr("At most"), limit_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setIcon({});
  buttons->addButton(empty_, QDialogButtonBox::ActionRole);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(12);
  layout->addWidget(words);
  layout->addWidget(notices_);
  layout->addLayout(form);
  layout->addStretch(1);
  layout->addWidget(buttons);
  resize(480, sizeHint().height());
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
  connect(empty_, &QPushButton::clicked, this, &CacheDialog::empty);
  connect(limit_, &QDoubleSpinBox::editingFinished, this, &CacheDialog::keepLimit);
  look();
}

void CacheDialog::look() {
  jobs_.run(
      this, [](const std::stop_token&) { return data::cacheUse(); },
      [this](const data::CacheUse& use) { tellUse(use); }, [this](const QString& problem) { tell(problem); });
}

void CacheDialog::tellUse(const data::CacheUse& use) {
  folder_->setText(QString::fromStdString(use.folder.string()));
  used_->setText(tr("%1 in %n file(s)", nullptr, use.files).arg(sizeText(use.bytes)));
  const QSignalBlocker blocker(limit_);
  limit_->setValue(static_cast<double>(use.limit) / kGigabyte);
  empty_->setEnabled(use.files > 0);
}

void CacheDialog::keepLimit() {
  const auto bytes = static_cast<std::uintmax_t>(limit_->value() * kGigabyte);
  jobs_.run(
      this,
      [bytes](const std::stop_token&) {
        data::setCacheLimit(bytes);
        return data::cacheUse();
      },
      [this](const data::CacheUse& use) { tellUse(use); }, [this](const QString& problem) { tell(problem); });
}

void CacheDialog::empty() {
  empty_->setEnabled(false);
  jobs_.run(
      this,
      [](const std::stop_token&) {
        data::clearCache();
        return data::cacheUse();
      },
      [this](const data::CacheUse& use) { tellUse(use); }, [this](const QString& problem) { tell(problem); });
}

void CacheDialog::tell(const QString& problem) {
  notices_->show(QStringLiteral("cache"), {NoticeKind::error, problem, {}, {}});
}

}  // namespace kinglet::window
