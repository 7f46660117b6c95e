using Dateline.App;
using Dateline.App.Commands;

return await DatelineCommand.RunAsync(args, Surroundings.OfProcess()).ConfigureAwait(false);
