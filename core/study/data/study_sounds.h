// A study holds on to its sounds. It keeps the fingerprint of the clips that it was made with and the folds
// that they are in; a data set is compared with it before anything is trained, judged or exported, and used
// with the study's folds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "data/dataset.h"
#include "data/fingerprint/changes.h"
#include "study/file/store.h"
#include "study/settings.h"

namespace kinglet::study {

// What became of the sounds, for people.
struct SoundsNews {
  base::Message summary;               // one sentence; empty: nothing to tell
  std::vector<base::Message> details;  // a sentence for each kind of change, with the first clips' names
  // Not empty: what candidates were judged by is gone or has changed, so that results before and after could
  // not be compared. A search goes on only where a person says so.
  base::Message refusal;
};

struct StudySounds {
  data::Dataset dataset;  // as the study uses it: its folds, what may not be used left out
  SoundsNews news;
  std::optional<data::Fingerprint> next;  // what the study knows once a search goes on with them
};

// Where the study's sounds are: as its settings say; a relative path that leads nowhere from here is tried
// from the study's folder too.
std::string soundsPath(const StudyStore& store);

// Reads the data set there (empty: soundsPath()) and compares it. Throws base::Error where the sounds cannot
// be used with this study: another data set, classes that its networks do not know. A study that does not
// know its sounds yet notes them, as well as the file allows.
// how: as the study reads its own where nothing is given.
StudySounds openSounds(StudyStore& store, const std::string& path = {},
                       const std::optional<data::OpenOptions>& how = {});
// The same of a data set that was read already. `own`: it lies where the study had its sounds from, or is to
// have them from now on; from elsewhere, nothing is noted.
StudySounds bindSounds(StudyStore& store, data::Dataset dataset, bool own = true);

// A search goes on with them: kept in the study, with what changed. Throws base::Error with news.refusal
// unless accepted, and where no clip is left to train on or to judge by.
void goOnWith(StudyStore& store, StudySounds& sounds, bool accepted);

// Throws base::Error where a data set is neither from above nor exactly as the study knows it. A study that
// does not know its sounds yet has nothing to say.
void requireSounds(const StudyStore& store, const data::Dataset& dataset);
// The same; a study that does not know its sounds notes them.
void requireOrNoteSounds(StudyStore& store, const data::Dataset& dataset);

data::FoldRoles rolesOf(const Settings& settings);

}  // namespace kinglet::study
