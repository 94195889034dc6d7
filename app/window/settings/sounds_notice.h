// What became of the study's sounds since it was made, as a notice: the counts, the clips folded below, and
// what can be done.
#pragma once

#include "app/window/kit/notice.h"
#include "study/data/study_sounds.h"

namespace kinglet::window {

struct SoundsChoice {
  std::function<void()> goOn;      // with the clips that are there; only asked where the search waits for it
  std::function<void()> newStudy;  // with the sounds as they are now
};

NoticeContent soundsNotice(const study::SoundsNews& news, bool waits, const SoundsChoice& choice);

}  // namespace kinglet::window
