-- reslint for Neovim 0.7.2 or newer: copy this file into the folder `plugin` of your configuration
-- (~/.config/nvim/plugin on Linux and macOS, ~/AppData/Local/nvim/plugin on Windows).
-- It needs the program `reslint` on PATH, with its part for editors: pip install reslint-VERSION-py3-none-any.whl[server].

local settings = { "reslint.toml", "pyproject.toml", ".git" }

-- The folder that holds one of these files, at or above that of a draft; else that of the draft itself.
local function project(name)
  local home = vim.fn.fnamemodify(name, ":p:h")
  local folder = home
  while true do
    for _, file in ipairs(settings) do
      if vim.loop.fs_stat(folder .. "/" .. file) then
        return folder
      end
    end
    local above = vim.fn.fnamemodify(folder, ":h")
    if above == folder then
      return home
    end
    folder = above
  end
end

local servers = {}

local function serve(draft)
  local config = {
    name = "reslint",
    cmd = { "reslint", "server" },
    -- true: rules that settings below the current folder name may be run, too; false: none at all.
    init_options = { trusted = vim.g.reslint_trusted },
    root_dir = project(vim.api.nvim_buf_get_name(draft)),
  }
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = draft })
    return
  end
  -- Neovim 0.7 starts a server anew each time, unless one keeps count.
  local running = servers[config.root_dir]
  if not running or not vim.lsp.get_client_by_id(running) then
    running = vim.lsp.start_client(config)
    servers[config.root_dir] = running
  end
  if running then
    vim.lsp.buf_attach_client(draft, running)
  end
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "text" },
  callback = function(event)
    local draft = event.buf or tonumber(vim.fn.expand("<abuf>"))
    serve(draft)
    vim.bo[draft].omnifunc = "v:lua.vim.lsp.omnifunc"
    vim.keymap.set("n", "K", vim.lsp.buf.hover, { buffer = draft })
    vim.keymap.set("n", "<leader>a", vim.lsp.buf.code_action, { buffer = draft })
  end,
})
