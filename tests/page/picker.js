// In place of the window in which people choose a folder: it chooses the one that is given.
const [path] = arguments;
const known = "@mozilla.org/filepicker;1";

class Picker {
  QueryInterface = ChromeUtils.generateQI(["nsIFilePicker"]);
  init() {}
  appendFilters() {}
  appendFilter() {}
  appendRawFilter() {}
  isModeSupported = () => Promise.resolve(true);
  get file() {
    const folder = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
    folder.initWithPath(path);
    return folder;
  }
  open(told) {
    Services.tm.dispatchToMainThread(() => told.done(Ci.nsIFilePicker.returnOK));
  }
}

const factory = {
  QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
  createInstance: (wanted) => new Picker().QueryInterface(wanted),
};
Components.manager
  .QueryInterface(Ci.nsIComponentRegistrar)
  .registerFactory(Services.uuid.generateUUID(), "", known, factory);
