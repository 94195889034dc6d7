#include "app/window/shell/crash_notice.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "app/window/kit/app_settings.h"
#include "app/window/kit/notice.h"
#include "app/window/shell/main_window.h"
#include "diagnosis/crash_reports.h"

namespace kinglet::window {
namespace {

struct CrashNotice {
  Q_DECLARE_TR_FUNCTIONS(kinglet::window::CrashNotice)
};

void showCrash(MainWindow& window, const diagnosis::CrashReport& crash) {
  auto* dialog = new QDialog(&window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("crashReport"));
  dialog->setWindowTitle(CrashNotice::tr("Where Kinglet ended unexpectedly"));
  dialog->resize(760, 520);
  auto* text = new QPlainTextEdit(QString::fromStdString(crash.text));
  text->setReadOnly(true);
  text->setLineWrapMode(QPlainTextEdit::NoWrap);
  text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  auto* buttons = new QDialogButtonBox;
  auto* report = buttons->addButton(CrashNotice::tr("Report a problem …"), QDialogButtonBox::ActionRole);
  buttons->addButton(CrashNotice::tr("Close"), QDialogButtonBox::RejectRole);
  auto* layout = new QVBoxLayout(dialog);
  layout->addWidget(text);
  layout->addWidget(buttons);
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  QObject::connect(report, &QPushButton::clicked, &window, [&window, dialog] {
    dialog->close();
    window.showReport();
  });
  dialog->show();
}

void show(MainWindow& window, const diagnosis::CrashReport& crash) {
  NoticeContent content;
  content.kind = NoticeKind::warning;
  std::error_code ignored;
  const bool open = !crash.study.empty() && std::filesystem::exists(crash.study, ignored);
  const QString name = QString::fromStdString(crash.study.stem().string());
  content.text =
      crash.study.empty()
          ? CrashNotice::tr("Kinglet ended unexpectedly.")
          : CrashNotice::tr("Kinglet ended unexpectedly while %1 was open. Nothing that it told is lost.")
                .arg(name);
  if (open) {
    content.details = CrashNotice::tr(
        "A search that was running goes on where it was, once you open the study and start it.");
    content.actions.push_back(
        {CrashNotice::tr("Open the study"),
         [&window, path = QString::fromStdString(crash.study.string())] { window.openPath(path); }});
  }
  content.actions.push_back({CrashNotice::tr("Show the report"), [&window, crash] {
                               showCrash(window, crash);
                               // Pressing a button closes the notice; this one is about more than the report.
                               QTimer::singleShot(0, &window, [&window, crash] { show(window, crash); });
                             }});
  content.actions.push_back({CrashNotice::tr("Dismiss"), {}});
  window.notices().show(QLatin1String(kCrashNotice), std::move(content));
}

}  // namespace

void tellOfCrash(MainWindow& window, const std::filesystem::path& folder) {
  const auto names = diagnosis::crashNames(folder);
  if (names.empty()) return;
  AppSettings settings;
  if (names.back() <= settings.crashTold().toStdString()) return;
  settings.setCrashTold(QString::fromStdString(names.back()));
  if (const auto crash = diagnosis::readCrash(folder, names.back())) show(window, *crash);
}

}  // namespace kinglet::window
