#include "data/layout/column_names.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/table_form.h"
#include "data/layout/split_names.h"

namespace kinglet::data {
namespace {

using Names = std::vector<std::string_view>;

// Each in the order in which they count. Behind the empty one stand names that must be borne out.
const Names kPath{
    "path",         "filepath",      "filename",      "file",      "fname",         "slicefilename",
    "relativepath", "relpath",       "wavpath",       "wavfile",   "wavfilename",   "wavname",
    "wav",          "audiopath",     "audiofilepath", "audiofile", "audiofilename", "soundfile",
    "soundpath",    "soundfilename", "soundname",     "clippath",  "clipname",      "clipfile",
    "beginpath",    "beginfile",     "fullpath",      "fpath",     "filelocation",  "",
    "audio",        "sound",         "clip",          "recording", "recordingname", "name",
    "id",           "fileid",        "clipid",        "audioid",   "soundid",       "itemid",
    "uri",          "url",           "key",           "utt",       "uttid",         "utterance",
    "uuid",         "sample",        "samplename",    "sampleid",  "segment",       "segmentid",
    "image",        "location"};
const Names kLabel{"label",
                   "labels",
                   "class",
                   "classes",
                   "classname",
                   "classlabel",
                   "labelname",
                   "soundclass",
                   "groundtruth",
                   "",
                   "category",
                   "categories",
                   "categoryname",
                   "target",
                   "targetname",
                   "species",
                   "speciesname",
                   "primarylabel",
                   "speciescode",
                   "ebirdcode",
                   "commonname",
                   "scientificname",
                   "tag",
                   "tags",
                   "event",
                   "events",
                   "eventlabel",
                   "eventtype",
                   "eventname",
                   "annotation",
                   "annotations",
                   "word",
                   "keyword",
                   "command",
                   "scene",
                   "scenelabel",
                   "instrument",
                   "genre",
                   "emotion",
                   "language",
                   "call",
                   "calltype",
                   "soundtype",
                   "machine",
                   "machinetype",
                   "condition",
                   "state",
                   "status",
                   "diagnosis",
                   "digit",
                   "classid",
                   "labelid",
                   "targetid",
                   "categoryid",
                   "classindex",
                   "labelindex",
                   "y"};
const Names kFold{"fold",       "split",      "subset",         "partition", "folds",          "foldid",
                  "foldnumber", "foldnum",    "cvfold",         "kfold",     "validationfold", "datasplit",
                  "splitname",  "datasubset", "traintestsplit", "traintest", "trainvaltest",   "",
                  "set",        "dataset",    "usage",          "phase",     "mode",           "part",
                  "group",      "section",    "purpose",        "type"};
const Names kSource{"source",
                    "sourcefile",
                    "sourceid",
                    "sourcename",
                    "sourcerecording",
                    "srcfile",
                    "src",
                    "recording",
                    "recordingid",
                    "recordingname",
                    "recid",
                    "recordid",
                    "originalfile",
                    "originalfilename",
                    "originalrecording",
                    "original",
                    "parent",
                    "parentid",
                    "group",
                    "groupid",
                    "fsid",
                    "freesoundid",
                    "xcid",
                    "xenocantoid",
                    "ytid",
                    "youtubeid",
                    "videoid",
                    "track",
                    "trackid",
                    "session",
                    "sessionid",
                    "speaker",
                    "speakerid",
                    "subject",
                    "subjectid",
                    "participant",
                    "participantid",
                    "patient",
                    "patientid",
                    "user",
                    "userid",
                    "uploader",
                    "username",
                    "author",
                    "recordist"};
const Names kStart{"start",     "begin",  "onset",    "starttime", "begintime",  "onsettime",  "timestart",
                   "timebegin", "tstart", "startpos", "startsec",  "eventonset", "eventstart", "segmentstart",
                   "clipstart", "starts", "from",     "tmin",      "xmin",       "offset"};
const Names kEnd{"end",         "offset",     "endtime",    "offsettime", "timeend", "tend", "endpos",
                 "eventoffset", "eventend",   "segmentend", "clipend",    "ends",    "stop", "stoptime",
                 "finish",      "finishtime", "to",         "tmax",       "xmax"};
const Names kDuration{"duration",        "dur",          "length",       "len",         "eventduration",
                      "segmentduration", "clipduration", "durationtime", "timeduration"};

const Names& namesOf(Role role) {
  switch (role) {
    case Role::path:
      return kPath;
    case Role::label:
      return kLabel;
    case Role::fold:
      return kFold;
    case Role::start:
      return kStart;
    case Role::end:
      return kEnd;
    case Role::duration:
      return kDuration;
    case Role::source:
      return kSource;
  }
  return kPath;
}

bool isTime(Role role) {
  return role == Role::start || role == Role::end || role == Role::duration;
}

// The name of a time without its unit: "Begin Time (s)" -> "begintime", 1; "start_ms" -> "start", 0.001.
std::optional<std::pair<std::string, double>> timeName(std::string_view name) {
  std::string plain;
  double unit = 1;
  for (const std::string& word : wordsOf(name)) {
    if (word == "s" || word == "sec" || word == "secs" || word == "second" || word == "seconds" ||
        word == "in")
      continue;
    if (word == "ms" || word == "msec" || word == "msecs" || word == "millis" || word == "millisecond" ||
        word == "milliseconds")
      unit = 1e-3;
    else if (word == "us" || word == "usec" || word == "microseconds")
      unit = 1e-6;
    else if (word == "min" || word == "minutes")
      unit = 60;
    else if (word == "sample" || word == "samples" || word == "frame" || word == "frames" || word == "hz")
      return std::nullopt;  // no time without a rate
    else
      plain += word;
  }
  return std::pair(plain, unit);
}

}  // namespace

const char* nameOf(Role role) {
  switch (role) {
    case Role::path:
      return "path";
    case Role::label:
      return "label";
    case Role::fold:
      return "fold";
    case Role::start:
      return "start";
    case Role::end:
      return "end";
    case Role::duration:
      return "duration";
    case Role::source:
      return "source";
  }
  return "";
}

std::optional<NamedRole> roleByName(std::string_view name, Role role) {
  std::string plain = base::plainName(name);
  NamedRole named;
  if (isTime(role)) {
    const auto time = timeName(name);
    if (!time) return std::nullopt;
    plain = time->first;
    named.unit = time->second;
  }
  if (plain.empty()) return std::nullopt;
  const Names& names = namesOf(role);
  const auto found = std::find(names.begin(), names.end(), plain);
  if (found == names.end()) return std::nullopt;
  named.rank = static_cast<int>(found - names.begin());
  named.isClear = std::find(names.begin(), found, std::string_view()) == found;
  return named;
}

bool isPlural(std::string_view name) {
  const std::string plain = base::plainName(name);
  return plain.ends_with("s") && plain != "class" && plain != "species" && plain != "status" &&
         !plain.ends_with("class") && !plain.ends_with("diagnosis");
}

bool isOffset(std::string_view name) {
  const auto time = timeName(name);
  return time && time->first == "offset";
}

}  // namespace kinglet::data
