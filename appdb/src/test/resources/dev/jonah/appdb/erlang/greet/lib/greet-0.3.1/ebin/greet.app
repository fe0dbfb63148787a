{application,greet,
             [{applications,[kernel,stdlib,elixir,logger]},
              {description,"greet"},
              {modules,['Elixir.Greet']},
              {registered,[]},
              {vsn,"0.3.1"}]}.
