#include "app/window/settings/sounds_notice.h"

#include <QCoreApplication>
#include <QStringList>

#include "widgets/text/message_text.h"

namespace kinglet::window {
namespace {

struct SoundsNotice {
  Q_DECLARE_TR_FUNCTIONS(kinglet::window::SoundsNotice)
};

}  // namespace

NoticeContent soundsNotice(const study::SoundsNews& news, bool waits, const SoundsChoice& choice) {
  NoticeContent content;
  content.kind = waits ? NoticeKind::warning : NoticeKind::info;
  content.text = widgets::messageText(news.summary);
  if (waits) content.text += u' ' + widgets::messageText(news.refusal) + u'.';
  QStringList lines;
  for (const auto& detail : news.details) lines << widgets::messageText(detail);
  content.details = lines.join(u'\n');
  if (waits) {
    content.actions.push_back({SoundsNotice::tr("Go on with what is there"), choice.goOn});
    content.actions.push_back({SoundsNotice::tr("New study …"), choice.newStudy});
  }
  return content;
}

}  // namespace kinglet::window
