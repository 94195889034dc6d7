#include "audio/sound_kinds.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/error.h"
#include "base/regular_file.h"
#include "base/text.h"

namespace kinglet::audio {
namespace {

using base::Message;

// What a file's first bytes tell it to be; empty: nothing that must be converted.
Message kindByContent(std::string_view head) {
  const auto has = [&](std::size_t at, std::string_view mark) {
    return head.size() >= at + mark.size() && head.substr(at, mark.size()) == mark;
  };
  if (has(4, "ftyp3g")) return Message("a film or recording of a phone (3gp)");
  if (has(4, "ftyp") || has(4, "moov") || has(4, "mdat")) return Message("an MPEG-4 file (m4a, mp4, mov)");
  if (has(0, "\x1a\x45\xdf\xa3")) return Message("a Matroska or WebM file");
  if (has(0, "\x30\x26\xb2\x75")) return Message("a Windows Media file (wma)");
  if (has(0, "#!AMR")) return Message("an AMR recording of a phone");
  if (has(0, "wvpk")) return Message("a WavPack file");
  if (has(0, "MAC ")) return Message("a Monkey's Audio file (ape)");
  if (has(0, "TTA1")) return Message("a True Audio file");
  if (has(0, "MPCK") || has(0, "MP+")) return Message("a Musepack file");
  if (has(0, "FLV\x01")) return Message("a Flash film");
  if (has(0, ".RMF") || has(0, ".ra\xfd")) return Message("a RealMedia file");
  if (has(0, "\x0b\x77")) return Message("an AC-3 file");
  if (has(0, "RIFF") && has(8, "AVI ")) return Message("an AVI film");
  if (has(0, "OggS") && has(28, "Speex")) return Message("a Speex file");
  if (head.size() > 2 && static_cast<unsigned char>(head[0]) == 0xff && (head[1] & 0xf6) == 0xf0)
    return Message("an AAC file");
  return {};
}

Message kindByEnding(std::string_view ending) {
  constexpr std::array kMpeg4{".m4a", ".m4b", ".m4p", ".m4r", ".mp4", ".m4v", ".mov", ".alac"};
  constexpr std::array kOthers{".aac", ".adts", ".wma", ".asf",  ".amr",  ".awb", ".ac3", ".dts",
                               ".ape", ".wv",   ".mpc", ".tta",  ".spx",  ".ra",  ".rm",  ".qcp",
                               ".gsm", ".dss",  ".ds2", ".dff",  ".dsf",  ".avi", ".flv", ".mpg",
                               ".ts",  ".mp2",  ".mpa", ".mpeg", ".mpga", ".wac"};
  const auto is = [&](const auto& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const char* known) { return ending == known; });
  };
  if (is(kMpeg4)) return Message("an MPEG-4 file (m4a, mp4, mov)");
  if (is(std::array{".webm", ".weba", ".mkv", ".mka"})) return Message("a Matroska or WebM file");
  if (is(std::array{".3gp", ".3g2", ".3ga"})) return Message("a film or recording of a phone (3gp)");
  if (is(kOthers)) return Message("of the kind %1", std::string(ending.substr(1)));
  return {};
}

// Empty where the file does not open: its ending still tells the kind.
std::string firstBytes(const std::filesystem::path& path) {
  std::string bytes(64, '\0');
  try {
    base::RegularStream file(path);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  } catch (const base::Error&) {
    bytes.clear();
  }
  return bytes;
}

// A word for a shell, where the name needs it.
std::string quoted(const std::string& name) {
  const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '.' || c == '_' || c == '-' || c >= 0x80;
  });
  if (plain && !name.starts_with('-')) return name;
  std::string text = name.starts_with('-') ? "'./" : "'";
  for (const char c : name) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

}  // namespace

bool readable(std::string_view ending) {
  static constexpr std::array kEndings{".wav",  ".flac", ".ogg", ".oga",  ".opus", ".mp3", ".aif",
                                       ".aiff", ".aifc", ".au",  ".snd",  ".caf",  ".w64", ".rf64",
                                       ".bwf",  ".wave", ".sph", ".nist", ".voc"};
  const std::string lower = base::lowerCase(ending);
  return std::find(kEndings.begin(), kEndings.end(), lower) != kEndings.end();
}

base::Message wayOut(const std::filesystem::path& path) {
  const std::string head = firstBytes(path);
  if (head.starts_with("version https://git-lfs"))
    return Message("it is a placeholder of Git LFS and not the sound itself; fetch it with: git lfs pull");
  if (head.starts_with("<!DOCTYPE") || head.starts_with("<!doctype") || head.starts_with("<html"))
    return Message("it is a web page and no sound; it was not fetched as it should have been");
  if (head.starts_with("PK\x03\x04") || head.starts_with("\x1f\x8b") || head.starts_with("Rar!"))
    return Message("it is a packed archive; unpack it first");
  Message kind = kindByContent(head);
  if (kind.empty() && !readable(path.extension().string()))
    kind = kindByEnding(base::lowerCase(path.extension().string()));
  if (kind.empty()) return {};
  const std::string name = path.filename().string();
  std::filesystem::path wave = path.filename();
  wave.replace_extension(base::lowerCase(path.extension().string()) == ".wav" ? ".converted.wav" : ".wav");
  return Message("it is %1, which cannot be read; convert it first, for instance: ffmpeg -i %2 %3", kind,
                 base::shownText(quoted(name)), base::shownText(quoted(wave.string())));
}

}  // namespace kinglet::audio
